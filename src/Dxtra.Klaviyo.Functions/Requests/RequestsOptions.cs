using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Settings of all requests, <c>Requests__…</c>.</summary>
internal sealed class RequestsOptions
{
    /// <summary>For how many days after its end a request still says in clear whom it was about. Exports keep an access request longer when they live longer.</summary>
    [Range(1, 3_650)]
    public int RetentionDays { get; set; } = 30;
}
