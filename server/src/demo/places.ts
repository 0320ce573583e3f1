import type { UnitKind } from '#shared/units/schema.ts';

/** The demo's responsible units. Every name is of the shape of real ones, and of none. */
export const places = [
  { key: 'housing', name: '示例区住房和城乡建设局', shortName: '住建局', kind: 'bureau', officer: '罗科员' },
  { key: 'water', name: '示例区水利局', shortName: '水利局', kind: 'bureau', officer: '何科员' },
  { key: 'transport', name: '示例区交通运输局', shortName: '交通局', kind: 'bureau', officer: '吕科员' },
  { key: 'land', name: '示例区自然资源局', shortName: '自然资源局', kind: 'bureau', officer: '施科员' },
  { key: 'environment', name: '示例区生态环境局', shortName: '生态环境局', kind: 'bureau', officer: '张科员' },
  { key: 'farming', name: '示例区农业农村局', shortName: '农业农村局', kind: 'bureau', officer: '孔科员' },
  { key: 'education', name: '示例区教育局', shortName: '教育局', kind: 'bureau', officer: '曹科员' },
  { key: 'health', name: '示例区卫生健康局', shortName: '卫健局', kind: 'bureau', officer: '严科员' },
  { key: 'welfare', name: '示例区民政局', shortName: '民政局', kind: 'bureau', officer: '华科员' },
  { key: 'industry', name: '示例区工业和信息化局', shortName: '工信局', kind: 'bureau', officer: '金科员' },
  { key: 'culture', name: '示例区文化和旅游局', shortName: '文旅局', kind: 'bureau', officer: '魏科员' },
  { key: 'emergency', name: '示例区应急管理局', shortName: '应急局', kind: 'bureau', officer: '陶科员' },
  { key: 'north', name: '北湖镇人民政府', shortName: '北湖镇', kind: 'town', officer: '姜干事' },
  { key: 'east', name: '东岭镇人民政府', shortName: '东岭镇', kind: 'town', officer: '戚干事' },
  { key: 'west', name: '西泉镇人民政府', shortName: '西泉镇', kind: 'town', officer: '谢干事' },
  { key: 'south', name: '南塬镇人民政府', shortName: '南塬镇', kind: 'town', officer: '邹干事' },
  { key: 'park', name: '示例产业园区管理委员会', shortName: '产业园区', kind: 'park', officer: '喻主管' },
  { key: 'builder', name: '示例区城市建设投资有限公司', shortName: '区城投公司', kind: 'company', officer: '柏经理' },
  { key: 'waterworks', name: '示例区水务发展有限公司', shortName: '区水务公司', kind: 'company', officer: '水经理' },
] as const satisfies readonly { key: string; name: string; shortName: string; kind: UnitKind; officer: string }[];

export type PlaceKey = (typeof places)[number]['key'];

/** 包保领导, by title and a surname that belongs to nobody in particular. */
export const leaders = ['宋区长', '郑副区长', '冯副区长', '陈副区长', '褚副区长', '卫副区长'] as const;

/** What is built, by whom, and whether people live by it or it earns money. */
export type Theme = { subject: string; category: string; units: readonly [PlaceKey, ...PlaceKey[]]; least: number; most: number };

/** 重点项目: amounts in 万元. */
export const keyThemes: readonly [Theme, ...Theme[]] = [
  { subject: '雨污分流改造工程', category: '市政设施', units: ['housing', 'builder'], least: 9_000, most: 46_000 },
  { subject: '新能源装备制造产业园', category: '先进制造', units: ['park', 'industry'], least: 38_000, most: 160_000 },
  { subject: '老旧小区综合改造项目', category: '城市更新', units: ['housing', 'north', 'south'], least: 6_000, most: 28_000 },
  { subject: '储能电池材料生产线项目', category: '新兴产业', units: ['park'], least: 42_000, most: 180_000 },
  { subject: '城乡供水一体化工程', category: '水利', units: ['water', 'waterworks'], least: 12_000, most: 52_000 },
  { subject: '农村公路提质改造工程', category: '交通', units: ['transport'], least: 5_000, most: 24_000 },
  { subject: '九年一贯制学校新建项目', category: '教育', units: ['education'], least: 9_500, most: 31_000 },
  { subject: '智能制造标准厂房项目', category: '先进制造', units: ['park', 'builder'], least: 22_000, most: 76_000 },
  { subject: '冷链仓储物流中心', category: '现代物流', units: ['industry', 'east'], least: 15_000, most: 58_000 },
  { subject: '高标准农田建设项目', category: '农业', units: ['farming', 'west'], least: 4_200, most: 16_000 },
  { subject: '污水处理厂提标扩容工程', category: '生态环保', units: ['waterworks', 'environment'], least: 11_000, most: 39_000 },
  { subject: '综合医院门诊住院楼项目', category: '卫生', units: ['health'], least: 18_000, most: 64_000 },
  { subject: '分布式光伏发电项目', category: '新能源', units: ['park', 'industry'], least: 9_000, most: 45_000 },
  { subject: '文旅融合示范区一期工程', category: '文化旅游', units: ['culture', 'west'], least: 13_000, most: 48_000 },
  { subject: '养老服务中心建设项目', category: '民生', units: ['welfare'], least: 4_500, most: 14_000 },
  { subject: '市政道路新建工程', category: '市政设施', units: ['builder', 'housing'], least: 8_000, most: 33_000 },
  { subject: '设施农业产业园', category: '农业产业', units: ['farming', 'south'], least: 7_000, most: 26_000 },
  { subject: '保障性租赁住房建设项目', category: '民生', units: ['builder', 'housing'], least: 16_000, most: 55_000 },
];

/** 灾后恢复重建项目: amounts in 万元. */
export const reconstructionThemes: readonly [Theme, ...Theme[]] = [
  { subject: '河道堤防水毁修复工程', category: '水利', units: ['water'], least: 1_800, most: 12_000 },
  { subject: '水毁公路恢复重建工程', category: '交通', units: ['transport'], least: 1_500, most: 14_000 },
  { subject: '受灾群众集中安置点', category: '住房', units: ['housing', 'north', 'east'], least: 2_600, most: 15_000 },
  { subject: '小学校舍灾后重建项目', category: '教育', units: ['education'], least: 900, most: 5_200 },
  { subject: '地质灾害治理工程', category: '防灾减灾', units: ['land'], least: 700, most: 4_800 },
  { subject: '水库除险加固工程', category: '水利', units: ['water', 'waterworks'], least: 1_900, most: 9_500 },
  { subject: '卫生院灾后恢复重建项目', category: '卫生', units: ['health'], least: 800, most: 3_900 },
  { subject: '水毁农田修复工程', category: '农业', units: ['farming', 'west', 'south'], least: 620, most: 3_600 },
  { subject: '供水管网恢复重建工程', category: '市政设施', units: ['waterworks', 'housing'], least: 1_200, most: 6_800 },
  { subject: '应急避难与物资储备中心', category: '防灾减灾', units: ['emergency'], least: 1_600, most: 7_400 },
  { subject: '跨河桥梁重建工程', category: '交通', units: ['transport', 'east'], least: 2_200, most: 11_000 },
];

/** Where in the invented district. */
export const areas = [
  '北湖片区',
  '东岭片区',
  '西泉片区',
  '南塬片区',
  '河东片区',
  '滨河片区',
  '中心城区',
  '站前片区',
  '桃园片区',
  '云台片区',
  '石门片区',
  '双桥片区',
] as const;
