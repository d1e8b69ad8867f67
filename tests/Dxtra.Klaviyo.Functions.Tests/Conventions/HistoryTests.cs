using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>Ids in history, people in the store: what goes into and comes out of orchestrations and activities is kept for good.</summary>
public sealed partial class HistoryTests
{
    private static readonly Type[] Personal =
    [
        typeof(SubjectIdentity), typeof(SubjectInput), typeof(SubjectEnvelope), typeof(SealedSubject), typeof(SubjectRequest),
        typeof(FoundProfile), typeof(Caller), typeof(KlaviyoKey), typeof(JsonElement), typeof(object),
    ];

    public static TheoryData<string> DurableFunctions => [.. Durable.Select(function => function.Name)];

    [Theory]
    [MemberData(nameof(DurableFunctions))]
    public void Inputs_and_outputs_hold_no_person_and_no_secret(string name) =>
        Assert.Empty(Payloads(Durable.Single(function => function.Name == name)).SelectMany(type => Offences(type, type.Name, [])));

    [Fact]
    public void Custom_status_holds_no_person_and_no_secret() => Assert.Empty(Offences(typeof(RequestProgress), "", []));

    [Fact]
    public void The_walk_looks_into_lists_maps_and_records() => Assert.Equal(
        ["Bad.ById.ApiKey", "Bad.Profiles", "Bad.SubjectPhone"], Offences(typeof(Bad), nameof(Bad), []).Order());

    private static IEnumerable<AppFunction> Durable =>
        AppFunctions.With<OrchestrationTriggerAttribute>().Concat(AppFunctions.With<ActivityTriggerAttribute>());

    /// <summary>The input, which an orchestrator has in a parameter of its own, and the result.</summary>
    private static IEnumerable<Type> Payloads(AppFunction function) => function.Method.GetParameters()
        .Select(parameter => parameter.ParameterType)
        .Append(function.Method.ReturnType is { IsGenericType: true } result ? result.GetGenericArguments()[0] : typeof(void))
        .Where(type => type != typeof(CancellationToken) && type != typeof(void) && type.Name != "TaskOrchestrationContext");

    private static IEnumerable<string> Offences(Type type, string path, HashSet<Type> seen)
    {
        if (Personal.Contains(type))
            return [path];
        if (type.IsGenericType)
            return type.GetGenericArguments().SelectMany(argument => Offences(argument, path, seen));
        if (type.Assembly != typeof(Registration).Assembly && type.Assembly != typeof(HistoryTests).Assembly || !seen.Add(type))
            return [];
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
            PersonalName().IsMatch(property.Name) ? [$"{path}.{property.Name}"] : Offences(property.PropertyType, $"{path}.{property.Name}", seen));
    }

    [GeneratedRegex("Email|Phone|Subject|Note|ApiKey|Token|Secret|Password|Passphrase|FirstName|LastName|Address|ExternalId|Masked|Body")]
    private static partial Regex PersonalName();

    private sealed record Bad(IReadOnlyList<FoundProfile> Profiles, IReadOnlyDictionary<string, Inner> ById, string SubjectPhone, int Count);

    private sealed record Inner(string ApiKey);
}
