using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Dxtra.Klaviyo.Functions.Tests;

/// <summary>People of a <see cref="FakeKlaviyo"/> that are found by what a filter names, and lists and segments they are in.</summary>
internal sealed class FakePeople
{
    private readonly List<Person> _people = [];
    private readonly Dictionary<string, string[]> _groups = [];

    /// <param name="Id">The profile's id.</param>
    /// <param name="Email">As Klaviyo stores it.</param>
    /// <param name="Phone">E.164.</param>
    /// <param name="ExternalId">The shop's.</param>
    /// <param name="SecondEmail">Leads to the profile and is not shown by it.</param>
    internal sealed record Person(string Id, string? Email = null, string? Phone = null, string? ExternalId = null, string? SecondEmail = null)
    {
        public string? FirstName { get; init; }

        /// <summary>Consent to marketing e-mail, in Klaviyo's word.</summary>
        public string? EmailConsent { get; init; }

        /// <summary>Consent to marketing by text message, in Klaviyo's word.</summary>
        public string? SmsConsent { get; init; }
    }

    /// <summary>Addresses are found whatever their case.</summary>
    public bool FoldsCase { get; set; }

    public FakePeople(FakeKlaviyo klaviyo) => klaviyo.Answers("/api/profiles", request => Page(_people.Where(person => IsAskedFor(person, request)), null));

    public FakePeople With(params IEnumerable<Person> people)
    {
        _people.AddRange(people);
        return this;
    }

    public FakePeople Without(string id)
    {
        _people.RemoveAll(person => person.Id == id);
        return this;
    }

    /// <summary>A list (<c>lists</c>) or segment (<c>segments</c>) with members.</summary>
    public FakePeople WithGroup(FakeKlaviyo klaviyo, string kind, string id, params string[] members)
    {
        _groups[$"{kind}/{id}"] = members;
        var groups = _groups.Keys.Where(key => key.StartsWith(kind, StringComparison.Ordinal)).Select(key => key.Split('/')[1]);
        klaviyo.AnswersText($"/api/{kind}", JsonSerializer.Serialize(new { data = groups.Select(group => new { type = kind[..^1], id = group, attributes = new { name = $"Name of {group}" } }) }));
        klaviyo.Answers($"/api/{kind}/{id}/profiles", request => Page(_people.Where(person => members.Contains(person.Id) && IsAskedFor(person, request)), $"2024-05-06T07:08:0{_groups.Count}+00:00"));
        return this;
    }

    private bool IsAskedFor(Person person, HttpRequest request)
    {
        var filter = request.Query["filter"].ToString();
        return filter.Split('(', ',')[1] switch
        {
            "email" => Names(filter, person.Email) || Names(filter, person.SecondEmail),
            "phone_number" => Names(filter, person.Phone),
            "external_id" => Names(filter, person.ExternalId),
            _ => Names(filter, person.Id),
        };
    }

    private bool Names(string filter, string? value) =>
        value is not null && filter.Contains($"\"{value}\"", FoldsCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static IResult Page(IEnumerable<Person> people, string? joinedAt) => Results.Text(
        JsonSerializer.Serialize(new
        {
            data = people.Select(person => new
            {
                type = "profile",
                id = person.Id,
                attributes = new
                {
                    email = person.Email,
                    phone_number = person.Phone,
                    external_id = person.ExternalId,
                    first_name = person.FirstName,
                    joined_group_at = joinedAt,
                    subscriptions = new { email = Marketing(person.EmailConsent), sms = Marketing(person.SmsConsent) },
                },
            }),
            links = new { next = (string?)null },
        }),
        "application/vnd.api+json");

    private static object? Marketing(string? consent) => consent is null ? null : new { marketing = new { consent } };
}
