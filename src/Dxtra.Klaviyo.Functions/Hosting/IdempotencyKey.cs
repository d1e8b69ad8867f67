using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>The <c>Idempotency-Key</c> header of a call that starts work.</summary>
internal static class IdempotencyKey
{
    /// <summary>The key, or null when the caller sent none.</summary>
    public static string? Of(HttpRequest request) => request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;
}
