#include <qrcodegen/qrcodegen.h>

/* The macro that sizes buffers, as a constant that Swift can read. */
enum { atelier_qr_buffer_bytes = qrcodegen_BUFFER_LEN_FOR_VERSION(20) };
