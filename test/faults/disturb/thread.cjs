// Whatever thread begins its work ends soon after.
const { isMainThread } = require('node:worker_threads');
if (!isMainThread) setTimeout(() => process.exit(9), Number(process.env.ENDS_AFTER_MS));
