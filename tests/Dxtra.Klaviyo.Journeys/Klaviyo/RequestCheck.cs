using System.Text.Json;
using Dxtra.Klaviyo.Journeys.Harness;
using Microsoft.AspNetCore.WebUtilities;

namespace Dxtra.Klaviyo.Journeys.Klaviyo;

/// <summary>Holds one request against its operation in the specification and lists what is wrong with it.</summary>
internal static class RequestCheck
{
    public static IEnumerable<string> ViolationsOf(RecordedCall call, OpenApi specification)
    {
        if (specification.Find(call.Method, call.Path) is not { } operation)
            return [$"{call.Method} {call.Path}: the specification has no such operation."];

        return Headers(call, specification)
            .Concat(Query(call, operation))
            .Select(violation => $"{call.Method} {call.Target}: {violation}");
    }

    private static IEnumerable<string> Headers(RecordedCall call, OpenApi specification)
    {
        var revision = call.Headers.GetValueOrDefault("revision");
        if (revision is null || !specification.Version.StartsWith(revision, StringComparison.Ordinal))
            yield return $"the header revision is \"{revision}\", not {specification.Version}.";
        if (call.Headers.GetValueOrDefault("Authorization")?.StartsWith("Klaviyo-API-Key pk_", StringComparison.Ordinal) != true)
            yield return "the header Authorization is not of the form Klaviyo-API-Key pk_….";
        if (!call.Headers.ContainsKey("X-Klaviyo-Revision-Fall-Forward-Opt-Out"))
            yield return "the header that opts out of another revision is missing.";
    }

    private static IEnumerable<string> Query(RecordedCall call, JsonElement operation)
    {
        var known = operation.GetProperty("parameters").EnumerateArray()
            .Where(p => p.GetProperty("in").GetString() == "query")
            .ToDictionary(p => p.GetProperty("name").GetString()!);
        var given = QueryHelpers.ParseQuery(call.Target[call.Path.Length..]);
        foreach (var missing in known.Where(p => IsRequired(p.Value) && !given.ContainsKey(p.Key)))
            yield return $"the required parameter {missing.Key} is missing.";

        foreach (var (name, values) in given)
        {
            if (!known.TryGetValue(name, out var parameter))
                yield return $"the operation has no parameter {name}.";
            else if (values.Count != 1)
                yield return $"the parameter {name} is given {values.Count} times.";
            else if (ParameterCheck.Violation(values.ToString(), parameter.GetProperty("schema")) is { } violation)
                yield return $"{name}: {violation}";
            else if (name == "filter" && FilterCheck.Violation(values.ToString(), operation) is { } wrong)
                yield return wrong;
        }
    }

    private static bool IsRequired(JsonElement parameter) =>
        parameter.TryGetProperty("required", out var required) && required.GetBoolean();
}
