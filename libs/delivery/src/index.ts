export { type BackendNeeds, type DeliveryBackend, useBackend } from './backend.js';
export { Consumers } from './consumers.js';
export type { ConsumerLimits, ConsumersNeeds } from './consumers.module.js';
export { EngineWork, type EngineWorkParts } from './engine-work.js';
export { HorizonLoader, type HorizonLoaderParts } from './horizon-loader.js';
export { Publisher, type PublisherParts } from './publisher.js';
export { QueueDelivery, type QueueDeliveryParts } from './queue-delivery.js';
export { type Bucket, type EffectsJob, QUEUE_NAMES, QUEUES } from './queues.js';
export type { DeadlineShelf, DeliveryWork } from './work.js';
