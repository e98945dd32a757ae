// Asks the server. Of several questions that one asker asks, only the last one's answer counts.

/** Makes an asker: it completes with what was answered, or with nothing when that does not count. */
export function asker() {
  let last = 0;
  return async (path) => {
    const mine = ++last;
    try {
      const answer = await fetch(path, {cache: 'no-store'});
      const said = await answer.json();
      if (mine !== last || answer.status === 401) return undefined; // the bridge tells of the latter
      return answer.ok ? {said} : {problem: said.detail};
    } catch {
      return undefined; // no connection: what was last known stays in sight
    }
  };
}
