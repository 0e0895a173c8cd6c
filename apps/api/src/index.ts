export { ACCESS_STORE, KNOWLEDGE, type ApiParts, type Metric, type ReadinessCheck } from './api-parts.js';
export { API_PREFIX, createApi } from './create-api.js';
