namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class EmailFormsTests
{
    [Theory]
    [InlineData("noah.brandt@example.com", "Noah.Brandt@Example.COM")]
    [InlineData("noah.brandt@example.com", "NOAH.BRANDT@EXAMPLE.COM")]
    [InlineData("NOAH@EXAMPLE.COM", "noah@example.com")]
    [InlineData("noah@shop.example.com", "Noah@shop.example.com")]
    [InlineData("mixedCase@eXample.com", "mixedCase@eXample.com")]
    public void An_address_is_looked_for_in_the_spellings_that_shops_use(string asked, string stored) => Assert.Contains(stored, EmailForms.Of(asked));

    [Fact]
    public void As_it_was_given_comes_first_none_twice_and_few_enough_for_one_call()
    {
        var forms = EmailForms.Of("Ada+Shop@Example.com");

        Assert.Equal("Ada+Shop@Example.com", forms[0]);
        Assert.Equal(forms.Distinct(), forms);
        Assert.InRange(forms.Count, 2, 25);
    }

    [Fact]
    public void A_tag_stays_for_it_makes_another_profile() =>
        Assert.All(EmailForms.Of("ada+shop@example.com"), form => Assert.Contains("+shop@", form, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Only_the_last_at_sign_parts_name_and_domain() =>
        Assert.All(EmailForms.Of("\"a@b\"@example.com"), form => Assert.EndsWith("@example.com", form, StringComparison.OrdinalIgnoreCase));
}
