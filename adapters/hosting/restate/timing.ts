/** Until a call that fails, or whose instance is gone, is tried again, in milliseconds; as often as it takes. */
const retryPolicy = { initialInterval: 50, maxInterval: 1_000, exponentiationFactor: 2, maxAttempts: 1_000_000_000 }

/** Nothing is kept of a call that is over: what people said stands in it. */
const forgotten = { journalRetention: 0, idempotencyRetention: 0 }

/** A turn takes milliseconds: one that gives no sign for so long, its instance is frozen, and another takes it over. */
export const stalledTurn = { ...forgotten, retryPolicy, inactivityTimeout: 3_000, abortTimeout: 2_000 }

/** One attempt at handing over may take half a minute; a connection that breaks ends it sooner. */
export const stalledDelivery = { ...forgotten, retryPolicy, inactivityTimeout: 5_000, abortTimeout: 40_000 }
