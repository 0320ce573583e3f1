import { type Day, daysBetween, firstDayOfYear, lastDayOfYear, yearOf } from '#shared/kit/calendar.ts';
import type { Curve } from '#shared/meetings/screen.ts';

/** The picture's own units: at 1080p one unit is one pixel. */
export const box = { width: 640, height: 330, left: 8, right: 104, top: 36, bottom: 48 };

type Point = { x: number; y: number };
/** Lines as SVG points, and where the plan and the figure of the day stand. */
export type CurveGeometry = {
  planned: string;
  done: string;
  now: Point;
  plannedNow: Point | null;
  end: Point | null;
  axis: number;
  xOf: (on: Day) => number;
};

export function curveGeometry(curve: Curve, asOf: Day, plannedToDate: number | null): CurveGeometry {
  const first = firstDayOfYear(yearOf(asOf));
  const days = daysBetween(first, lastDayOfYear(yearOf(asOf)));
  const largest = Math.max(1, ...curve.planned.map((point) => point.amount), ...curve.done.map((point) => point.amount));
  const axis = box.height - box.bottom;
  const xOf = (on: Day) => round(box.left + ((box.width - box.left - box.right) * Math.max(0, daysBetween(first, on))) / days);
  const yOf = (amount: number) => round(axis - ((axis - box.top) * Math.max(0, amount)) / largest);
  const at = (point: { on: Day; amount: number }): Point => ({ x: xOf(point.on), y: yOf(point.amount) });
  const start = { x: box.left, y: axis };
  const done = curve.done.map(at);
  const planned = curve.planned.map(at);
  const now = done.at(-1) ?? start;
  return {
    planned: planned.length > 0 ? line([start, ...planned]) : '',
    done: line([start, ...done]),
    now,
    plannedNow: plannedToDate === null ? null : { x: now.x, y: yOf(plannedToDate) },
    end: planned.at(-1) ?? null,
    axis,
    xOf,
  };
}

function line(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
