// The flood model's meters in one form.

/** A list of {label, used, limit, waitMillis} from what the emulator tells. */
export function readMeters(told) {
  return (told.meters ?? []).map(({label, used, limit, wait_millis: waitMillis}) => ({label, used, limit, waitMillis: waitMillis ?? 0}));
}
