using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Who calls: the token's subject, the controller it acts for, and its roles.</summary>
internal sealed record Caller(string Subject, string Controller, IReadOnlySet<string> Roles)
{
    private static readonly object Key = new();

    /// <summary>The caller of a request that <see cref="CallerMiddleware"/> let through.</summary>
    /// <exception cref="InvalidOperationException">The function is open to all, so nobody was identified.</exception>
    public static Caller Of(HttpRequest request) =>
        request.HttpContext.Items[Key] as Caller ?? throw new InvalidOperationException("The caller of this function is not identified.");

    public void AttachTo(HttpContext context) => context.Items[Key] = this;
}
