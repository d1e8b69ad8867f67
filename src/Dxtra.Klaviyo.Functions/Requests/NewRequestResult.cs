using Dxtra.Klaviyo.Functions.Accounts;
using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What came of a call that makes a request.</summary>
internal abstract record NewRequestResult
{
    private NewRequestResult()
    {
    }

    /// <summary>Stored and started, now or by the same call earlier.</summary>
    public sealed record Accepted(SubjectRequest Request) : NewRequestResult;

    /// <summary>A request for the same person is under way: this is it, and no second one was made.</summary>
    public sealed record AlreadyRunning(SubjectRequest Request) : NewRequestResult;

    public sealed record Invalid(FieldErrors Errors) : NewRequestResult;

    public sealed record NoProcessor : NewRequestResult;

    public sealed record NotActive(ProcessorStatus Status) : NewRequestResult;

    public sealed record KeyReused : NewRequestResult;

    public IResult ToAnswer() => this switch
    {
        Accepted { Request: var accepted } => Located.Accepted(PathOf(accepted), RequestView.Of(accepted)),
        AlreadyRunning { Request: var running } => Located.Existing(PathOf(running), RequestView.Of(running) with { AlreadyRunning = true }),
        Invalid { Errors: var errors } => errors.ToProblem(),
        NotActive { Status: var status } => ProcessorProblems.NotActive(status),
        KeyReused => RequestProblems.IdempotencyKeyReused,
        _ => ProcessorProblems.NotFound,
    };

    private static string PathOf(SubjectRequest request) => $"controllers/{request.ControllerDid}/requests/{request.Id}";
}
