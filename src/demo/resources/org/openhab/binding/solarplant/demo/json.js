/** What the demo answers at an address; fails if it does not within five seconds. */
export async function json(address) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) {
        throw new Error(answer.statusText);
    }
    return answer.json();
}
