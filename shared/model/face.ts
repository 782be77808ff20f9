/** The side of a rack, or of a device, that one looks at. */
export type Face = 'front' | 'rear';
