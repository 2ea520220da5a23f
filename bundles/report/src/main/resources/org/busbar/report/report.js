(() => {
  'use strict';

  const data = JSON.parse(document.getElementById('data').textContent);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');

  // Okabe and Ito's eight colours, less black and yellow; the second set is lightened for dark ground.
  const LIGHT = {
    ink: '#1c2126', muted: '#5b6570', line: '#d5dade', faint: '#eceff1', surface: '#ffffff',
    series: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'],
  };
  const DARK = {
    ink: '#e6e9ec', muted: '#9aa5b0', line: '#454d55', faint: '#2a3036', surface: '#1c2024',
    series: ['#56b4e9', '#f08a4b', '#2fc79a', '#e3a3c6', '#f0b840', '#8fb8ff'],
  };
  // paths, since a legend stretches the built-in ones
  const SHAPES = ['circle', 'path://M7,0L14,7L7,14L0,7Z', 'path://M7,0L14,13L0,13Z', 'path://M0,0L12,0L12,12L0,12Z',
    'path://M0,0L14,0L7,13Z', 'path://M5,0L9,0L9,5L14,5L14,9L9,9L9,14L5,14L5,9L0,9L0,5L5,5Z'];
  const CROSS = 'path://M0,2L2,0L6,4L10,0L12,2L8,6L12,10L10,12L6,8L2,12L0,10L4,6Z';
  const HOURGLASS = 'path://M0,0L12,0L0,14L12,14Z';
  // viridis: even steps of lightness, so it can be read in grey and by the colour-blind
  const VIRIDIS = ['#440154', '#46327e', '#365c8d', '#277f8e', '#1fa187', '#4ac16d', '#a0da39', '#fde725'];

  const optimizers = [...new Set([
    ...data.convergence.points.map((p) => p.optimizer),
    ...(data.composition ? data.composition.points.map((p) => p.optimizer) : []),
  ])];
  const shape = (optimizer) => SHAPES[optimizers.indexOf(optimizer) % SHAPES.length];
  const colour = (optimizer, look) => look.series[optimizers.indexOf(optimizer) % look.series.length];

  const escape = (text) => echarts.format.encodeHTML(String(text));
  const short = (number) => String(Number(number.toPrecision(4)));
  const titled = (name, unit) => (unit ? `${name} / ${unit}` : name);

  function axis(look, more) {
    return {
      type: 'value',
      scale: true,
      nameLocation: 'middle',
      nameGap: 32,
      nameTextStyle: { color: look.ink, fontSize: 13 },
      axisLine: { show: true, onZero: false, lineStyle: { color: look.muted } },
      axisTick: { show: true, lineStyle: { color: look.muted } },
      axisLabel: { color: look.muted, hideOverlap: true },
      splitLine: { lineStyle: { color: look.faint } },
      ...more,
    };
  }

  function common(look) {
    return {
      animation: false,
      aria: { enabled: true },
      backgroundColor: 'transparent',
      textStyle: { color: look.ink, fontFamily: 'system-ui, "Liberation Sans", Arial, sans-serif' },
      tooltip: {
        backgroundColor: look.surface, borderColor: look.line, textStyle: { color: look.ink }, confine: true,
      },
    };
  }

  const named = (series) => series.filter((s) => s.name && s.data.length);

  // lines without the dot that a legend puts on them; failed trials with their cross
  function legend(look, series, left, right) {
    const entry = ({ name, type, legendIcon }) => ({ name, icon: legendIcon, itemStyle: type === 'line' ? { opacity: 0 } : {} });
    return { top: 0, left, right, itemWidth: 28, itemGap: 14, selectedMode: false, textStyle: { color: look.ink },
      data: named(series).map(entry) };
  }

  // the height of such a legend, which ECharts does not tell
  function legendHeight(series, room) {
    const widths = named(series).map((s) => 28 + 5 + 14 + 6.2 * s.name.length);
    let rows = 1;
    widths.reduce((used, width) => {
      if (used === 0 || used + width <= room) return used + width;
      rows += 1;
      return width;
    }, 0);
    return 24 * rows;
  }

  const segment = (x1, y1, x2, y2, stroke, lineWidth = 1) =>
    ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth } });

  function errorBars(plot, look) {
    const bars = plot.points.filter((p) => p.uncertainty > 0)
      .map((p) => [p.trial, p.value - p.uncertainty, p.value + p.uncertainty]);
    return {
      type: 'custom', silent: true, z: 1, data: bars, encode: { x: 0, y: [1, 2] },
      itemStyle: { color: look.muted },
      renderItem: (params, api) => {
        const [x, low] = api.coord([api.value(0), api.value(1)]);
        const high = api.coord([api.value(0), api.value(2)])[1];
        return { type: 'group', children: [
          segment(x, low, x, high, look.muted),
          segment(x - 3, low, x + 3, low, look.muted),
          segment(x - 3, high, x + 3, high, look.muted),
        ] };
      },
    };
  }

  // at the foot of the plot, since a failed trial has no value
  function failures(plot, look) {
    return {
      type: 'custom', name: 'failed', legendIcon: CROSS, data: plot.failed.map((trial) => [trial]), encode: { x: 0, y: [] },
      itemStyle: { color: look.ink },
      tooltip: { formatter: (p) => `trial ${p.value[0]} failed` },
      renderItem: (params, api) => {
        const x = api.coord([api.value(0), 0])[0];
        const y = params.coordSys.y + params.coordSys.height - 8;
        return { type: 'group', children: [
          segment(x - 4, y - 4, x + 4, y + 4, look.ink, 2),
          segment(x - 4, y + 4, x + 4, y - 4, look.ink, 2),
        ] };
      },
    };
  }

  function measurements(plot, optimizer, look) {
    return {
      type: 'scatter', name: `measured, ${optimizer}`, symbol: shape(optimizer), symbolSize: 9, z: 3,
      itemStyle: { color: colour(optimizer, look), borderColor: look.surface, borderWidth: 1, opacity: 1 },
      data: plot.points.filter((p) => p.optimizer === optimizer).map((p) => [p.trial, p.value, p.uncertainty]),
      tooltip: { formatter: (p) => `trial ${p.value[0]}, ${escape(optimizer)}<br>${escape(plot.output)} ${short(p.value[1])}`
        + `${p.value[2] > 0 ? ` ± ${short(p.value[2])}` : ''} ${escape(plot.unit)}` },
    };
  }

  function bestSoFar(plot, look) {
    const line = plot.best.map((b) => [b.trial, b.value]);
    if (line.length && line[line.length - 1][0] < plot.trials) {
      line.push([plot.trials, line[line.length - 1][1]]);
    }
    return {
      type: 'line', name: 'best so far', step: 'end', symbol: 'none', silent: true, z: 2, data: line,
      lineStyle: { color: look.ink, width: 2 }, itemStyle: { color: look.ink },
      markLine: {
        silent: true, symbol: 'none', lineStyle: { color: look.muted, type: 'solid', width: 1 },
        data: plot.swaps.map((s, i) => ({
          xAxis: s.after + 0.5,
          label: { formatter: `${s.from} → ${s.to}`, color: look.ink, position: 'end', distance: 4 + 14 * (i % 2) },
        })),
      },
    };
  }

  const expectation = (name, values, type, color) => ({
    type: 'line', name, symbol: 'none', silent: true, z: 1, data: values.map((v, i) => [i + 1, v]),
    lineStyle: { color, type, width: 2 }, itemStyle: { color },
  });

  function convergence(look, width) {
    const plot = data.convergence;
    const series = [bestSoFar(plot, look), ...optimizers.map((o) => measurements(plot, o, look))];
    if (plot.points.some((p) => p.uncertainty > 0)) series.push(errorBars(plot, look));
    if (plot.failed.length) series.push(failures(plot, look));
    if (plot.drawn.length) series.push(expectation('random search, expected', plot.drawn, 'dashed', look.muted));
    return {
      ...common(look),
      legend: legend(look, series, 56, 16),
      grid: { left: 64, right: 24, top: legendHeight(series, width - 80) + (plot.swaps.length ? 40 : 12), bottom: 48 },
      xAxis: axis(look, { name: 'trial', scale: false, min: 0, max: plot.trials + 1, minInterval: 1,
        splitLine: { show: false }, axisLabel: { color: look.muted, formatter: (v) => (v >= 1 && v <= plot.trials ? v : '') } }),
      yAxis: axis(look, { name: titled(plot.output, plot.unit), nameGap: 46, boundaryGap: ['6%', '6%'] }),
      series,
    };
  }

  // how the studied optimizer and random search find their way through the table of known results
  function study(look, width) {
    const plot = data.convergence;
    const series = [
      expectation(`${plot.studied}, mean of replays`, plot.replay, 'solid', look.series[0]),
      expectation('random search, expected', plot.random, 'dashed', look.muted),
    ];
    return {
      ...common(look),
      legend: legend(look, series, 56, 16),
      grid: { left: 64, right: 24, top: legendHeight(series, width - 80) + 12, bottom: 48 },
      xAxis: axis(look, { name: 'tries', scale: false, min: 0, minInterval: 1, splitLine: { show: false } }),
      yAxis: axis(look, { name: titled(`best ${plot.output}`, plot.unit), nameGap: 46, boundaryGap: ['6%', '6%'] }),
      series,
    };
  }

  // round limits that hold those of the space
  function rounded({ min, max }) {
    const rough = (max - min) / 5 || 1;
    const power = 10 ** Math.floor(Math.log10(rough));
    const interval = power * [1, 2, 5, 10].find((m) => m * power >= rough * 0.999);
    return { min: Math.floor(min / interval + 1e-9) * interval, max: Math.ceil(max / interval - 1e-9) * interval, interval };
  }

  function compositionAxes(plot, look) {
    const along = (a, nameGap) => axis(look, { name: titled(a.name, a.unit), nameGap, ...rounded(a),
      axisLabel: { color: look.muted, hideOverlap: true, formatter: short } });
    return plot.axes.length === 2
      ? [along(plot.axes[0], 32), along(plot.axes[1], 46)]
      : [along(plot.axes[0], 32), axis(look, { name: titled(plot.output, plot.unit), nameGap: 46, boundaryGap: ['8%', '8%'] })];
  }

  function limits(plot, look) {
    const [x, y] = plot.axes;
    const corner = (end) => ({ xAxis: x[end], ...(y ? { yAxis: y[end] } : {}) });
    return { silent: true, data: [[corner('min'), corner('max')]],
      itemStyle: { color: 'transparent', borderColor: look.muted, borderWidth: 1, borderType: 'dashed' } };
  }

  function composition(look, width) {
    const plot = data.composition;
    const two = plot.axes.length === 2;
    const measured = plot.points.filter((p) => p.value !== null);
    const place = (p) => (two ? [p.at[0], p.at[1], p.value, p.trial] : [p.at[0], p.value, p.value, p.trial]);
    const floor = Math.min(...measured.map((p) => p.value));
    const lost = (p) => (two ? [p.at[0], p.at[1], p.trial] : [p.at[0], Number.isFinite(floor) ? floor : 0, p.trial]);
    const [xAxis, yAxis] = compositionAxes(plot, look);
    const series = optimizers.map((o) => ({
      type: 'scatter', name: o, symbol: shape(o), symbolSize: 14, clip: false, z: 2,
      itemStyle: { color: two ? look.muted : colour(o, look), borderColor: look.muted, borderWidth: 1, opacity: 1 },
      data: measured.filter((p) => p.optimizer === o).map(place),
      tooltip: { formatter: (p) => `trial ${p.value[3]}, ${escape(o)}<br>${escape(plot.output)} ${short(p.value[2])} ${escape(plot.unit)}` },
    }));
    const shown = series.length;
    const others = (name, symbol, points, style) => points.length && series.push({
      type: 'scatter', name, symbol, symbolSize: 11, clip: false, z: 3, itemStyle: style, data: points.map(lost),
      tooltip: { formatter: (p) => `trial ${p.value[2]}, ${escape(name)}` },
    });
    const inState = (...states) => plot.points.filter((p) => states.includes(p.state));
    others('failed', CROSS, inState('FAILED', 'ABANDONED'), { color: look.ink, opacity: 1 });
    others('still open', HOURGLASS, inState('RUNNING'), { color: look.ink, opacity: 1 });
    series.push({
      type: 'scatter', name: 'best', symbol: 'circle', symbolSize: 26, clip: false, silent: true, z: 4,
      markArea: limits(plot, look),
      itemStyle: { color: 'transparent', borderColor: look.ink, borderWidth: 2 },
      data: measured.filter((p) => p.trial === plot.best).map(place),
    });
    const values = measured.map((p) => p.value);
    return {
      ...common(look),
      legend: legend(look, series, 56, 100),
      grid: { left: 64, right: two ? 110 : 24, top: legendHeight(series, width - 160) + 14, bottom: 48 },
      xAxis, yAxis,
      visualMap: two && new Set(values).size > 1 ? {
        type: 'continuous', dimension: 2, seriesIndex: [...Array(shown).keys()], min: Math.min(...values),
        max: Math.max(...values), inRange: { color: VIRIDIS }, right: 10, top: 66, itemHeight: 220, itemWidth: 14,
        text: [short(Math.max(...values)), short(Math.min(...values))], textStyle: { color: look.ink }, textGap: 8,
      } : undefined,
      series,
    };
  }

  function scaled(look, most, name, more) {
    const [size, unit] = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']].find(([s]) => most >= s) || [0.001, 'ms'];
    return { size, axis: axis(look, { name: `${name} / ${unit}`, min: 0, scale: false, ...more }) };
  }

  function bars(values, color, look, more) {
    const stripes = { symbol: 'rect', color: look.muted, dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 };
    const idle = { color: 'transparent', borderColor: color, decal: stripes };
    const bar = (v) => ({ value: v.length, label: { formatter: v.text }, itemStyle: v.idle ? idle : {} });
    return { type: 'bar', barMaxWidth: 26, itemStyle: { color }, label: { show: true, position: 'right', color: look.ink },
      data: values.map((v) => (v.length === null ? null : bar(v))), ...more };
  }

  function time(look) {
    const wall = data.time.map((b) => ({ idle: b.idle, length: b.seconds, text: b.text }));
    const lab = data.time.map((b) => ({ length: b.lab, text: b.labText }));
    const hasLab = lab.some((l) => l.length !== null);
    const left = scaled(look, Math.max(...wall.map((v) => v.length)), 'time taken', {});
    const right = scaled(look, Math.max(...lab.map((v) => v.length || 0)), 'lab time', { gridIndex: 1 });
    const size = (values, by) => values.map((v) => ({ ...v, length: v.length === null ? null : v.length / by }));
    const names = (more) => ({ type: 'category', inverse: true, data: data.time.map((b) => b.name), axisTick: { show: false },
      axisLine: { lineStyle: { color: look.muted } }, axisLabel: { color: look.ink, width: 130, overflow: 'truncate' }, ...more });
    return {
      ...common(look),
      tooltip: { show: false },
      grid: hasLab
        ? [{ left: 145, width: '34%', top: 12, bottom: 48 }, { left: '70%', right: 100, top: 12, bottom: 48 }]
        : [{ left: 145, right: 150, top: 12, bottom: 48 }],
      xAxis: hasLab ? [left.axis, right.axis] : [left.axis],
      yAxis: hasLab ? [names({}), names({ gridIndex: 1, axisLabel: { show: false } })] : [names({})],
      series: [bars(size(wall, left.size), look.series[0], look, {}),
        ...(hasLab ? [bars(size(lab, right.size), look.series[1], look, { xAxisIndex: 1, yAxisIndex: 1 })] : [])],
    };
  }

  function notes() {
    const plot = data.convergence;
    if (plot.drawn.length) {
      document.getElementById('convergence-note').textContent =
        'The dashed line: the mean best of as many draws from the trials of this campaign that were drawn at random.';
    }
    if (!plot.random.length) document.getElementById('study-section').remove();
    if (data.composition) {
      const { axes, others, output, unit } = data.composition;
      document.getElementById('composition-note').textContent =
        `The shape of a marker tells which optimizer suggested it${axes.length === 2 ? `, its colour the ${output}${unit ? ` in ${unit}` : ''}` : ''}. The dashed lines are the limits of what was varied.`
        + (others.length ? ` Not drawn: ${others.join(', ')}.` : '');
    } else {
      document.getElementById('composition-section').remove();
    }
  }

  const plots = { convergence, time, ...(data.convergence.random.length ? { study } : {}), ...(data.composition ? { composition } : {}) };
  let charts = [];

  function draw(printing) {
    charts.forEach((chart) => chart.dispose());
    const look = dark.matches && !printing ? DARK : LIGHT;
    charts = Object.entries(plots).map(([id, option]) => {
      const chart = echarts.init(document.getElementById(id), null, { renderer: 'svg', width: printing ? 680 : undefined });
      chart.setOption(option(look, chart.getWidth()));
      chart.getZr().flush();
      return chart;
    });
  }

  notes();
  document.getElementById('time').style.height = `${70 + 42 * data.time.length}px`;
  draw(false);
  dark.addEventListener('change', () => draw(false));
  window.addEventListener('beforeprint', () => draw(true));
  window.addEventListener('afterprint', () => draw(false));
  window.addEventListener('resize', () => draw(false));
})();
