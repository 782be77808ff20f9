/** Reads PDF pages off the window's thread; the library brings its own messages. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
