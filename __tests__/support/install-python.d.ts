/** See `install-python.js`, which Node runs as it is. */
export function installPython(name: string, tests: string): string;
