// Creates and synthesizes APIs with one library: node apis.js <ours|raw|our-bindings|pulumi> <apis> <scopes> <outdir>
// Prints the time from the first object to the last byte, and the peak memory.

const [library, apis, scopes, outdir] = process.argv.slice(2);
// Sorted by name, because the library writes them in this order.
const names = Array.from({ length: Number(scopes) }, (_, index) => `read:thing-${String(index).padStart(4, '0')}`);
const build = require(`./${library}`);

async function main() {
  const start = process.hrtime.bigint();
  await build(Number(apis), names, outdir);
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  console.log(JSON.stringify({ ms, peakKb: process.resourceUsage().maxRSS }));
}

void main();
