// Measures the time to load modules: node require.js <module> ...

const start = process.hrtime.bigint();
process.argv.slice(2).forEach((name) => require(name));
console.log(JSON.stringify({ ms: Number(process.hrtime.bigint() - start) / 1e6 }));
