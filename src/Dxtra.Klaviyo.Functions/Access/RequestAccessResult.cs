using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

internal abstract record RequestAccessResult
{
    private RequestAccessResult()
    {
    }

    /// <summary>Stored and started, now or by the same call earlier.</summary>
    public sealed record Accepted(SubjectRequest Request) : RequestAccessResult;

    /// <summary>A request for the same person is under way: this is it, and no second one was made.</summary>
    public sealed record AlreadyRunning(SubjectRequest Request) : RequestAccessResult;

    public sealed record Invalid(FieldErrors Errors) : RequestAccessResult;

    public sealed record NoProcessor : RequestAccessResult;

    public sealed record NotActive(ProcessorStatus Status) : RequestAccessResult;

    public sealed record KeyReused : RequestAccessResult;
}
