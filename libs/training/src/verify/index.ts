export { PRODUCT_FAULTS, type ProductFaultKind } from './product-faults.js';
export { productCompanion } from './product-companion.js';
export type * from './product-rows.port.js';
