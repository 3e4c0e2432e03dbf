// The server's API, as the page uses it. Every failure is an Error whose message is a sentence for people.

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Error("The server does not answer: is it still running?");
  }
  if (response.ok) return response.json();
  let said = null;
  try {
    said = (await response.json()).error;
  } catch {
    // not ours: a proxy's page, for example
  }
  const error = new Error(said ? said.message : `The server says ${response.status}.`);
  error.code = said ? said.code : "unknown";
  throw error;
}

export const get = (path, parameters = []) => {
  const query = new URLSearchParams(parameters).toString();
  return answer(fetch(query ? `${path}?${query}` : path));
};

export const post = (path, form, signal) => answer(fetch(path, { method: "POST", body: form, signal }));

export const remove = (path) => answer(fetch(path, { method: "DELETE" }));
