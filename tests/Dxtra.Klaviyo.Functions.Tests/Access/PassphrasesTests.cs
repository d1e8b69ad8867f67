namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class PassphrasesTests
{
    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(99, true)]
    [InlineData(100, false)]
    public void A_passphrase_has_12_to_99_characters(int length, bool good) => Assert.Equal(good, Passphrases.IsGood(new('x', length)));

    [Theory]
    [InlineData("correct horse battery staple", true)]
    [InlineData("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", true)]
    [InlineData("pass wörd pass wörd", false)]
    [InlineData("pass\tword\tpass", false)]
    [InlineData("passwordpassword\n", false)]
    public void It_is_of_characters_that_every_program_reads_alike(string passphrase, bool good) => Assert.Equal(good, Passphrases.IsGood(passphrase));
}
