import Dates
import Input
import Market
import Testing
