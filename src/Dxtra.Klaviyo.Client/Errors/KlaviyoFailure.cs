using System.Globalization;
using System.Net;

namespace Dxtra.Klaviyo.Client;

/// <summary>What every <see cref="KlaviyoException"/> knows.</summary>
internal sealed record KlaviyoFailure(
    string Operation, HttpStatusCode? Status = null, string? Code = null, string? ErrorId = null, Exception? Cause = null)
{
    public string Describe(string what)
    {
        string?[] details =
        [
            Operation,
            Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : null,
            Code,
            ErrorId is null ? null : $"error id {ErrorId}",
        ];
        return $"{what} ({string.Join(", ", details.Where(detail => detail is not null))})";
    }
}
