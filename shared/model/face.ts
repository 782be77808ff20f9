/** The side of a rack, or of a device, that one looks at. */
export type Face = 'front' | 'rear';

/** The face that one sees from the other side. */
export function otherFace(face: Face): Face {
  return face === 'front' ? 'rear' : 'front';
}
