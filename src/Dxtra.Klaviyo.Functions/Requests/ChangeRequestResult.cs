using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What came of a caller's move of a request.</summary>
internal abstract record ChangeRequestResult
{
    private ChangeRequestResult()
    {
    }

    public sealed record Changed(SubjectRequest Request) : ChangeRequestResult;

    public sealed record Invalid(FieldErrors Errors) : ChangeRequestResult;

    public sealed record NoRequest : ChangeRequestResult;

    /// <summary>The request is not in a state that allows it.</summary>
    public sealed record NotNow(RequestStatus Status) : ChangeRequestResult;

    /// <summary>The kind of request has a reason of its own against it.</summary>
    public sealed record Refused(Problem Problem) : ChangeRequestResult;

    /// <summary>As an answer; 202 when work on the request goes on.</summary>
    public IResult ToAnswer(string what) => this switch
    {
        Changed { Request: { Status: RequestStatus.Running } request } => Located.Accepted($"controllers/{request.ControllerDid}/requests/{request.Id}", RequestView.Of(request)),
        Changed { Request: var request } => Results.Json(RequestView.Of(request), Json.Options),
        Invalid { Errors: var errors } => errors.ToProblem(),
        Refused { Problem: var problem } => problem,
        NotNow { Status: var status } => RequestProblems.NotNow(what, status),
        _ => RequestProblems.NotFound,
    };
}
