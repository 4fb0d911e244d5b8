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
  steps = List.map(List.upTo(1, years), {|h| {
    damped = damping * (1 - damping ^ h) / (1 - damping)
    {h: h, damped: damped}
  }})
  sums = List.reduce(List.upTo(2, years), [shocks[0] * (1 - loading ^ 2) ^ 0.5 + shared[0] * loading], {|sums, h|
    List.concat(sums, [List.last(sums) + shocks[h - 1] * (1 - loading ^ 2) ^ 0.5 + shared[h - 1] * loading])
  })
  List.map(steps, {|step| exp(sums[step.h - 1] * s + beta * (step.h - step.damped) + b * step.damped + start)})
}
all = List.map(List.upTo(0, walks - 1), {|i| walk(log(40 + i))})
fan = List.map(all[0], {|figures| List.map([0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975], {|p| quantile(figures, p)})})
met(ahead, growth) = List.map(List.upTo(0, walks - 1), {|i| 1 - cdf(all[i][ahead - 1], growth * (40 + i))})
met3 = met(3, 1.2)
met8 = met(8, 1.5)
{fan: fan, met3: sum(met3) / walks, met8: sum(met8) / walks}
`;

const took = [];
const found = { met3: 0, met8: 0 };
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
console.log(`probability_3 ${found.met3.toFixed(4)}`);
console.log(`probability_8 ${found.met8.toFixed(4)}`);
