/** Until a call that fails, or whose instance is gone, is tried again, in milliseconds; as often as it takes. */
const retryPolicy = { initialInterval: 50, maxInterval: 1_000, exponentiationFactor: 2, maxAttempts: 1_000_000_000 }

/** Nothing is kept of a call that is over: what people said stands in it. */
const forgotten = { journalRetention: 0, idempotencyRetention: 0 }

/** A turn takes milliseconds: one that gives no sign for so long, its instance is frozen, and another takes it over. */
export const stalledTurn = { ...forgotten, retryPolicy, inactivityTimeout: 3_000, abortTimeout: 2_000 }

/** Handing over may take minutes, with all its attempts; a connection that breaks ends it sooner. */
export const stalledDelivery = { ...forgotten, retryPolicy, inactivityTimeout: 60_000, abortTimeout: 900_000 }
