using System.ComponentModel.DataAnnotations;

namespace Dxtra.Klaviyo.Functions.Tests;

public sealed class CertificateOptionsTests
{
    public static TheoryData<object, bool> Settings => new()
    {
        { new CertificateOptions(), true },
        { new CertificateOptions { KeyLifetimeDays = 1 }, true },
        { new CertificateOptions { KeyLifetimeDays = 0 }, false },
        { new CertificateOptions { KeyLifetimeDays = 3651 }, false },
        { new CertificateOptions { Language = "tlh" }, false },
        { new CertificateOptions { Language = "" }, false },
        { new LetterOptions(), true },
        { new LetterOptions { Contact = "privacy@shop.example, +49 30 1234" }, true },
        { new LetterOptions { Contact = "two\nlines" }, false },
        { new LetterOptions { Contact = new string('x', 201) }, false },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void Settings_are_checked(object options, bool valid) =>
        Assert.Equal(valid, Validator.TryValidateObject(options, new(options), [], validateAllProperties: true));
}
