// How long it takes to load a module: node require.js <module>

const start = process.hrtime.bigint();
require(process.argv[2]);
console.log(JSON.stringify({ ms: Number(process.hrtime.bigint() - start) / 1e6 }));
