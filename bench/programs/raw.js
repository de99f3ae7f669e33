module.exports = require('./bindings')('../../dist/bindings-as-generated');
