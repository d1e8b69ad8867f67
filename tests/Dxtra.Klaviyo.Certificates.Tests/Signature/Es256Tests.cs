namespace Dxtra.Klaviyo.Certificates.Tests;

public sealed class Es256Tests
{
    [Fact]
    public void Every_signature_is_the_one_of_two_that_is_taken()
    {
        for (var i = 0; i < 200; i++)
        {
            byte[] data = [(byte)i];
            Assert.True(Es256.Verify(Some.Key, data, Es256.Sign(Some.Key, data)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void A_signature_of_another_length_is_none(int length) => Assert.False(Es256.Verify(Some.Key, [1], new byte[length]));
}
