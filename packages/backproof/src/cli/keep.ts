/** Saves what would be lost with the process. */
export type Save = () => Promise<unknown>;

/** Names what to save if a fault of the command's own ends the process from now on; undefined: nothing. */
export type Keep = (save: Save | undefined) => void;
