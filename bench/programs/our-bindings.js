module.exports = require('./bindings')('cdktf-auth0/lib/bindings');
