namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CertificateWordsTests
{
    private static readonly ReportTexts Texts = ReportTexts.Of("en");

    public static TheoryData<string> Keys =>
    [
        .. Enum.GetValues<ErasureStep>().Select(step => $"certificate.step.{step.Word()}"),
        .. Enum.GetValues<LedgerAnswer>().Select(answer => $"certificate.answer.{answer.Word()}"),
        .. Enum.GetValues<Seen>().Select(seen => $"certificate.seen.{seen.Word()}"),
        .. Enum.GetValues<DeletionOutcome>().Select(outcome => $"certificate.word.{outcome.Word()}"),
        .. Enum.GetValues<DeletionOutcome>().Select(outcome => $"certificate.statement.{outcome.Word()}#one"),
        .. Enum.GetValues<DeletionScope>().Select(scope => $"certificate.scope.{scope.Word()}"),
        .. Enum.GetValues<DeletionScope>().Select(scope => $"letter.scope.{scope.Word()}"),
        .. Enum.GetValues<IdentityMethod>().Select(method => $"certificate.method.{method.Word()}"),
        .. Regulations.Ids.Select(regulation => $"certificate.law.{regulation}"),
    ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Whatever_can_come_of_a_deletion_has_its_words(string key) => Assert.NotNull(Texts.Find(key));

    [Fact]
    public void A_moment_stands_in_a_file_as_people_type_it() =>
        Assert.Equal("23 November 2026, 10:00 UTC", new ReportFormat(Texts).PlainMoment(Some.Now));
}
