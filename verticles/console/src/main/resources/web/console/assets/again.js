// The one thing that the console changes: what was given up is shown again.

/** Asks for it; completes with what to tell the person, and never fails. */
export async function showAgain(entries) {
  try {
    const answer = await fetch('/api/parked/again', {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({entries: entries.map(({session, position}) => ({session, position}))}),
    });
    const said = await answer.json();
    return answer.ok ? words(said.again, entries.length) : `That did not work: ${said.detail}`;
  } catch {
    return 'That did not work: there is no connection to Hookline.';
  }
}

function words(shown, wanted) {
  if (!shown) return 'Somebody else was faster.';
  const what = wanted === 1 ? 'It is' : `${shown} are`;
  return `${what} shown again within a few seconds, at the end and marked as late.`;
}
