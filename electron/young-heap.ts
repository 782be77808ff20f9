/**
 * How much room what was just made has before it is moved. An analysis makes hundreds of megabytes that all stay;
 * with the usual 16 MB most of it is copied twice on the way, and collecting it takes a third of the time instead
 * of a fifth (measured over 1,000 racks and 100,000 cables). Idle processes do not take the room.
 */
export const YOUNG_HEAP_FLAG = '--max-semi-space-size=128';
