import { RadarChart } from 'echarts/charts';
import { LegendComponent, RadarComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([RadarChart, RadarComponent, LegendComponent, TooltipComponent, SVGRenderer]);

export interface Spoke {
  name: string;
  values: (number | null)[];
}

/** Dashes and symbols tell the lines apart without their colours. */
const LINES = [
  { color: '#4f5b66', type: 'dashed', symbol: 'none', width: 2 },
  { color: '#a34f00', type: 'solid', symbol: 'circle', width: 2 },
  { color: '#0b5d86', type: 'solid', symbol: 'rect', width: 3 },
] as const;

const TOP_LEVEL = 5;

/** Standard and attained levels as a net; the table beside it says the same in numbers. */
export default function Radar(props: { label: string; lines: string[]; spokes: Spoke[] }) {
  const place = useRef<HTMLDivElement>(null);
  const { lines, spokes } = props;
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, null, { renderer: 'svg' });
    const isNarrow = place.current.clientWidth < 420;
    chart.setOption({
      animation: false,
      legend: { bottom: 0, data: lines, textStyle: { color: '#26313a', fontSize: 13 } },
      tooltip: {},
      radar: {
        radius: isNarrow ? '46%' : '62%',
        center: ['50%', '46%'],
        splitNumber: TOP_LEVEL,
        indicator: spokes.map(({ name }) => ({ name: broken(name), max: TOP_LEVEL, min: 0 })),
        axisName: { color: '#26313a', fontSize: isNarrow ? 10.5 : 12, lineHeight: isNarrow ? 13 : 15 },
        splitArea: { areaStyle: { color: ['#ffffff', '#f6f9fb'] } },
        splitLine: { lineStyle: { color: '#d3dae0' } },
        axisLine: { lineStyle: { color: '#d3dae0' } },
      },
      series: [
        {
          type: 'radar',
          data: lines.map((name, index) => {
            const { color, type, symbol, width } = LINES[index] ?? LINES[0];
            return {
              name,
              value: spokes.map(({ values }) => values[index] ?? 0),
              symbol,
              symbolSize: 7,
              lineStyle: { color, type, width },
              itemStyle: { color },
              areaStyle: { color, opacity: index === 0 ? 0 : 0.08 },
            };
          }),
        },
      ],
    });
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(place.current);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [lines, spokes]);
  return <div ref={place} role="img" aria-label={props.label} style={{ height: 360 }} />;
}

/** In two lines where a name is long. */
function broken(name: string): string {
  const middle = name.indexOf(' ', Math.floor(name.length / 3));
  return name.length > 14 && middle > 0 ? `${name.slice(0, middle)}\n${name.slice(middle + 1)}` : name;
}
