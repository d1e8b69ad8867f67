namespace Dxtra.Functions.Embedded.Durable;

internal enum SendResult
{
    Sent,
    NotFound,
    HasEnded,
}
