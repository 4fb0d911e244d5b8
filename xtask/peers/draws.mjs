// The job of draws.py in Squiggle: there it is described. Prints the same lines.
import { run } from "@quri/squiggle-lang";

const program = `
walks = 23
years = 13
loading = 0.4
own = 0.3
common = 0.5
damping = 0.9
degrees = 4
spread = 0.05
rate = 0.06
weight = 6
longRate = 0.05
longWeight = 16
normals() = SampleSet(Sym.normal(0, 1))
autoregression(rho) = {
  first = normals()
  scale = (1 - rho * rho) ^ 0.5
  List.reduce(List.upTo(2, years), [first], {|shocks, _| List.concat(shocks, [List.last(shocks) * rho + normals() * scale])})
}
shared = autoregression(common)
walk(start) = {
  shocks = autoregression(own)
  // Chi-square with 4 degrees of freedom.
  chi = SampleSet(Sym.gamma(degrees / 2, 2))
  s = (degrees / chi) ^ 0.5 * spread
  b = normals() * s / weight ^ 0.5 + rate
  beta = normals() * s / longWeight ^ 0.5 + longRate
  sums = List.reduce(List.upTo(2, years), [shocks[0] * (1 - loading ^ 2) ^ 0.5 + shared[0] * loading], {|sums, h|
    List.concat(sums, [List.last(sums) + shocks[h - 1] * (1 - loading ^ 2) ^ 0.5 + shared[h - 1] * loading])
  })
  // Only what is asked for is put together.
  {|h|
    damped = damping * (1 - damping ^ h) / (1 - damping)
    sums[h - 1] * s + beta * (h - damped) + b * damped + start
  }
}
starts = List.map(List.upTo(0, walks - 1), {|i| log(40 + i)})
all = List.map(starts, walk)
figures = List.map(List.upTo(1, years), {|h| exp(all[0](h))})
fan = List.map(figures, {|year| List.map([0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975], {|p| quantile(year, p)})})
dots = List.map([8, 13], {|h| List.map(List.upTo(0, 49), {|i| quantile(figures[h - 1], (i + 0.5) / 50)})})
met(h, growth) = sum(List.map(List.upTo(0, walks - 1), {|i| 1 - cdf(all[i](h), starts[i] + log(growth))})) / walks
{fan: fan, dots: dots, met8: met(8, 1.5), met13: met(13, 1.9)}
`;

const took = [];
const found = { met8: 0, met13: 0 };
const runs = 15;
for (let turn = 0; turn < runs; turn += 1) {
  const environment = { sampleCount: 10_000, xyPointLength: 1_000, seed: `${turn}` };
  const begin = performance.now();
  const output = await run(program, { environment });
  took.push(performance.now() - begin);
  if (!output.result.ok) {
    console.error(String(output.result.value));
    process.exit(1);
  }
  const result = output.result.value.result;
  for (const name of Object.keys(found)) {
    found[name] += result.value.get(name).value / runs;
  }
}
took.sort((a, b) => a - b);
console.log(`draws_10000_ms ${took[Math.floor(runs / 2)].toFixed(1)}`);
console.log(`probability_8 ${found.met8.toFixed(4)}`);
console.log(`probability_13 ${found.met13.toFixed(4)}`);
