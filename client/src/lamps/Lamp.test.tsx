import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Lamp, LampMark } from './Lamp.tsx';

it('each lamp has its own shape, sign and name', () => {
  const red = renderToStaticMarkup(<Lamp colour="red" />);
  const yellow = renderToStaticMarkup(<Lamp colour="yellow" />);
  const green = renderToStaticMarkup(<Lamp colour="green" />);
  expect(red).toMatch(/aria-label="红灯".*<rect.*>红</);
  expect(yellow).toMatch(/aria-label="黄灯".*<path.*>黄</);
  expect(green).toMatch(/aria-label="绿灯".*<circle.*>绿</);
});

it('a provisional lamp says so', () => {
  expect(renderToStaticMarkup(<Lamp colour="yellow" provisional />)).toContain('aria-label="黄灯（预判）"');
});

it('a project without a lamp shows no sign', () => {
  const none = renderToStaticMarkup(<Lamp colour={null} />);
  expect(none).toContain('aria-label="未评灯"');
  expect(none).not.toContain('<text');
});

it('a mark is silent, because the word stands beside it', () => {
  expect(renderToStaticMarkup(<LampMark colour="red" />)).toContain('aria-hidden="true"');
});
