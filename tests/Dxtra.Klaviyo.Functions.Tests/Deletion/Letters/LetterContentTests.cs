using Dxtra.Klaviyo.Certificates;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class LetterContentTests
{
    [Fact]
    public async Task It_says_in_plain_words_what_was_done_what_stays_and_whom_to_ask()
    {
        var letter = LetterOf(await CertificateAsync(), "privacy@shop.example");

        Assert.Equal(["What was done", "What stays, and why", "If you have questions"], letter.Parts.Select(part => part.Heading));
        Assert.Equal(["Your profile was deleted. Afterwards we looked for you again, last on 24 November 2026, and found nothing of it."], letter.Parts[0].Sentences);
        Assert.Equal("Please ask A Shop: privacy@shop.example.", letter.Parts[2].Sentences[0]);
    }

    [Theory]
    [InlineData("merged", "Klaviyo had joined one profile of yours with another one, and what it held lives on there.")]
    [InlineData("unconfirmed", "Klaviyo took the order for one profile of yours, but we have not seen that it was carried out.")]
    [InlineData("failed", "For one profile of yours Klaviyo did not take the order.")]
    public async Task What_was_not_confirmed_is_said_and_no_deletion_is_claimed(string outcome, string sentence)
    {
        var certificate = await CertificateAsync();
        var letter = LetterOf(certificate with { Outcomes = [certificate.Outcomes[0] with { Outcome = outcome }] });

        Assert.Equal([sentence, "Please ask A Shop what happens next."], letter.Parts.Single(part => part.Heading == "What was not confirmed").Sentences);
        Assert.DoesNotContain(letter.Parts.SelectMany(part => part.Sentences), text => text.Contains("was deleted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leaving_lists_is_not_called_a_deletion()
    {
        var certificate = await CertificateAsync();
        var letter = LetterOf(certificate with { Request = certificate.Request with { Scope = ["emailLists"] } });

        Assert.StartsWith("You were taken off the messages and lists", Assert.Single(letter.Parts[0].Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_was_found_it_says_so()
    {
        var letter = LetterOf(await CertificateAsync() with { Outcomes = [], Found = [], Kept = [] });

        Assert.Equal(["We looked for you in Klaviyo and found nothing that belongs to you, so there was nothing to delete."], letter.Parts[0].Sentences);
        Assert.Equal(["What was done", "If you have questions"], letter.Parts.Select(part => part.Heading));
    }

    [Theory]
    [InlineData("gdpr", 2)]
    [InlineData("ukgdpr", 2)]
    [InlineData("ccpa", 1)]
    public async Task Where_the_law_wants_it_the_authority_is_named(string regulation, int sentences)
    {
        var certificate = await CertificateAsync();

        Assert.Equal(sentences, LetterOf(certificate with { Request = certificate.Request with { Regulation = regulation } }).Parts[^1].Sentences.Count);
    }

    private static async Task<DeletionCertificate> CertificateAsync() => await (await CertificateFixture.CreateAsync()).MakeAsync();

    private static Letter LetterOf(DeletionCertificate certificate, string contact = "") => new LetterContent(ReportTexts.Of("en"), certificate, contact).Letter();
}
