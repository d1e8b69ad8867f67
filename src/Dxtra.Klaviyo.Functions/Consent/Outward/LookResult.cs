using Dxtra.Klaviyo.Functions.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>What came of a call that looks at Klaviyo while the caller waits.</summary>
internal abstract record LookResult<T>
{
    private LookResult()
    {
    }

    public sealed record Seen(T View) : LookResult<T>;

    public sealed record Refused(Problem Problem) : LookResult<T>;

    public IResult ToAnswer() => this switch
    {
        Seen { View: var view } => Results.Json(view, Json.Options),
        Refused { Problem: var problem } => problem,
        _ => throw new InvalidOperationException("There is no other result."),
    };
}
