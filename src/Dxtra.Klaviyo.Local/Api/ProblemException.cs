using System.Net;

namespace Dxtra.Klaviyo.Local.Api;

/// <summary>The app answered with an error. The message holds what its problem document says, a line each.</summary>
internal sealed class ProblemException(HttpStatusCode status, string message) : Exception(message)
{
    public HttpStatusCode Status => status;
}
