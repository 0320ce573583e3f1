/** The usual remarks 批示, in the words in which leaders write them; one press sends one. */
export const usualRemarks: readonly string[] = [
  '请责任单位抓紧推进，下次例会报告进展。',
  '请责任单位专题研究，三个工作日内报送解决方案。',
  '请项目办牵头协调，并跟踪督办。',
  '请有关部门并联办理，限期办结。',
];
