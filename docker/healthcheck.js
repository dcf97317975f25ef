/* A server and a worker alike tell of themselves at METRICS_PORT. Whatever goes wrong ends with 1. */
const { METRICS_PORT, PORT } = process.env;
const { ok } = await fetch(`http://127.0.0.1:${METRICS_PORT || PORT || 3000}/health/ready`);
process.exit(ok ? 0 : 1);
