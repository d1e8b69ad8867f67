using System.Net;

namespace Dxtra.Klaviyo.Client;

/// <summary>
/// Klaviyo did not do what was asked. The message is ours: it holds no key, no address with a query and nothing from the response's
/// body, which may name a person. To report a case to Klaviyo, give them <see cref="ErrorId"/>.
/// </summary>
public abstract class KlaviyoException : Exception
{
    private protected KlaviyoException(KlaviyoFailure failure, string what)
        : base(failure.Describe(what), failure.Cause)
    {
        Operation = failure.Operation;
        Status = failure.Status;
        Code = failure.Code;
        ErrorId = failure.ErrorId;
    }

    /// <summary>Klaviyo's name for the operation, such as <c>get_profile</c>.</summary>
    public string Operation { get; }

    /// <summary>The status of the response; null when there was none.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Klaviyo's machine code, such as <c>not_authenticated</c>; null when it gave none.</summary>
    public string? Code { get; }

    /// <summary>Klaviyo's id of this occurrence; null when it gave none.</summary>
    public string? ErrorId { get; }
}
