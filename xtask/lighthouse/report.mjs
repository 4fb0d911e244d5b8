// Prints what matters of a Lighthouse report: scores, times, bytes, and every audit that costs points.
import { readFileSync } from "node:fs";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { categories, audits } = report;
const percent = score => (score === null ? "none" : String(Math.round(score * 100)));

for (const { title, score } of Object.values(categories)) console.log(`    ${title.padEnd(26)} ${percent(score)}`);

const times = {
  "first-contentful-paint": "first contentful paint",
  "largest-contentful-paint": "largest contentful paint",
  "total-blocking-time": "total blocking time",
  "speed-index": "speed index",
  "interactive": "time to interactive",
};
for (const [id, name] of Object.entries(times)) console.log(`    ${name.padEnd(26)} ${Math.round(audits[id].numericValue)} ms`);
console.log(`    ${"layout shift".padEnd(26)} ${audits["cumulative-layout-shift"].numericValue.toFixed(3)}`);
console.log(`    ${"bytes over the network".padEnd(26)} ${audits["total-byte-weight"].numericValue}`);

const largest = audits["largest-contentful-paint-element"]?.details?.items?.[0]?.items?.[0]?.node;
if (largest) console.log(`    ${"largest element".padEnd(26)} ${largest.selector}: ${largest.nodeLabel.slice(0, 60)}`);

console.log("    What costs points:");
let count = 0;
for (const category of Object.values(categories)) {
  for (const { id, weight } of category.auditRefs) {
    const { score, title, displayValue, details } = audits[id];
    if (weight === 0 || score === null || score >= 1) continue;
    count += 1;
    console.log(`      ${category.title}: ${title}: ${percent(score)} (weight ${weight}) ${displayValue ?? ""}`);
    for (const item of details?.items?.slice(0, 3) ?? []) {
      const place = item.node?.selector ?? item.url ?? item.description;
      if (place) console.log(`        ${place}`);
    }
  }
}
if (count === 0) console.log("      nothing");
for (const warning of report.runWarnings) console.log(`    Lighthouse warns: ${warning}`);
