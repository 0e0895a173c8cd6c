export type { Feedback, FeedbackBook } from './feedback-book.port.js';
export { addresseesFor, feedbackView } from './feedback-view.js';
