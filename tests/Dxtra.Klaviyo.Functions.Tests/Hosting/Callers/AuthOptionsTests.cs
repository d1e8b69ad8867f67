using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class AuthOptionsTests
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    [Fact]
    public void A_development_key_is_enough() => Assert.Empty(Faults(new() { DevelopmentKey = Key }));

    [Fact]
    public void An_authority_with_an_audience_is_enough() => Assert.Empty(Faults(Issuer("https://login.example.com/")));

    [Fact]
    public void An_empty_development_key_beside_an_authority_counts_as_none()
    {
        var options = Issuer("https://login.example.com/");
        options.DevelopmentKey = "";

        Assert.Empty(Faults(options));
    }

    [Fact]
    public void Neither_is_a_fault() => Assert.Single(Faults(new()));

    [Fact]
    public void An_empty_development_key_alone_is_the_same_fault() => Assert.Equal(Faults(new()), Faults(new() { DevelopmentKey = "" }));

    [Fact]
    public void Both_are_a_fault()
    {
        var options = Issuer("https://login.example.com/");
        options.DevelopmentKey = Key;

        Assert.Single(Faults(options));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void An_authority_without_an_audience_is_a_fault(string? audience)
    {
        var options = Issuer("https://login.example.com/");
        options.Audience = audience;

        Assert.Single(Faults(options));
    }

    [Theory]
    [InlineData("http://login.example.com/")]
    [InlineData("login.example.com")]
    [InlineData("ftp://login.example.com/")]
    public void Keys_are_fetched_over_https_only(string authority) => Assert.Single(Faults(Issuer(authority)));

    [Fact]
    public void An_issuer_on_this_machine_may_speak_http() => Assert.Empty(Faults(Issuer("http://127.0.0.1:5001")));

    [Theory]
    [InlineData("c2hvcnQ=")]
    [InlineData("this is not base64, but it is long enough to be a key")]
    public void A_short_or_malformed_development_key_is_a_fault_that_does_not_repeat_it(string key) =>
        Assert.DoesNotContain(key, Assert.Single(Faults(new() { DevelopmentKey = key })), StringComparison.Ordinal);

    [Fact]
    public void Names_of_claims_and_roles_must_not_be_empty() =>
        Assert.Equal(4, Faults(new() { DevelopmentKey = Key, ControllerClaim = "", RolesClaim = "", AdminRole = "", CustomerDataRole = "" }).Count);

    private static AuthOptions Issuer(string authority) => new() { Authority = new(authority, UriKind.RelativeOrAbsolute), Audience = "dxtra-klaviyo" };

    private static List<string> Faults(AuthOptions options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new(options), faults, validateAllProperties: true);
        return [.. faults.Select(fault => fault.ErrorMessage!)];
    }
}
