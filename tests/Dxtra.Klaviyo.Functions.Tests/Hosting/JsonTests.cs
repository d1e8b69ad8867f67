using System.Text.Json;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class JsonTests
{
    [Fact]
    public void Names_and_enum_values_are_camelCase_times_in_UTC_and_letters_as_they_are()
    {
        var thing = new { FirstName = "Zoë 😀", Status = RequestStatus.AwaitingIdentity, At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)) };

        Assert.Equal("""{"firstName":"Zoë \uD83D\uDE00","status":"awaitingIdentity","at":"2026-01-02T01:04:05Z"}""", JsonSerializer.Serialize(thing, Json.Options));
    }

    [Fact]
    public void Numbers_in_quotes_are_no_numbers() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, int>>("""{"a":"1"}""", Json.Options));
}
